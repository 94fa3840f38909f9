// Node prints the source line of an error, which in the engine's script is a megabyte long. With this, it does not.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});

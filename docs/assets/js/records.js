// Objects in JSON.

/** Whether a value is an object with names and values, and no list. @param {unknown} value @returns {value is Record<string, any>} */
export const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

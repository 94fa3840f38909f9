"""What a host needs beside the site: headers, and compressed files."""

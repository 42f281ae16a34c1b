// A worker of the line that fails at its start.
throw new Error("thrown at the start");

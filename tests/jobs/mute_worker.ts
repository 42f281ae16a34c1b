self.addEventListener("message", () => undefined);

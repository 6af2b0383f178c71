// Loaded into the app before anything else: what it sends to OpenAI goes to the fake model. The product has no setting for that.
const send = globalThis.fetch;
const fake = process.env.BENCH_MODEL ?? "";

globalThis.fetch = (input, init) =>
  typeof input === "string" ? send(input.replace("https://api.openai.com", fake), init) : send(input, init);

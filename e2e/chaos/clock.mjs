// Loaded by `node --import` before the server: its clock is CLOCK_OFFSET milliseconds fast, or slow when that is negative.
// Timers and performance.now() run as ever.
const offset = Number(process.env.CLOCK_OFFSET ?? 0);
const RealDate = Date;
const now = () => RealDate.now() + offset;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, words, created) => Reflect.construct(target, words.length > 0 ? words : [now()], created),
  apply: () => new RealDate(now()).toString(),
  get: (target, key, receiver) => (key === "now" ? now : Reflect.get(target, key, receiver)),
});
RealDate.prototype.constructor = globalThis.Date;

import { connect, createServer, type Socket } from "node:net";
import { steadyPort } from "./ports";

export type TcpProxy = {
  port: number;
  /** Each way. */
  latency(milliseconds: number): void;
  /** Each way of each connection; Infinity for no limit. */
  bandwidth(bytesPerSecond: number): void;
  /** Breaks all connections with RST. */
  reset(): void;
  /**
   * Connections are accepted, and nothing gets through either way, not even that one side hung up. What was said meanwhile
   * arrives when it is over, as TCP would send it again.
   */
  blackHole(on: boolean): void;
  /** What is asked gets through, and what is answered arrives only when it is over: nobody knows what has become of it. */
  mute(on: boolean): void;
  /** Hangs up towards those who have connected, and still listens to them. */
  halfClose(): void;
  /** Nobody listens any more; open connections stay. */
  refuse(on: boolean): Promise<void>;
  /** No fault any more. */
  heal(): Promise<void>;
  connections(): number;
  close(): Promise<void>;
};

type Faults = { latency: number; bandwidth: number; isHole: boolean; isMute: boolean };
const none: Faults = { latency: 0, bandwidth: Number.POSITIVE_INFINITY, isHole: false, isMute: false };
type Step = { due: number; act: () => void };

/** One way through a connection: what arrives is passed on in order, after the delays of the moment. */
class Way {
  #steps: Step[] = [];
  #free = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly faults: Faults,
    from: Socket,
    to: Socket,
    readonly isAnswer: boolean,
  ) {
    from.on("data", (bytes) => {
      this.#add(bytes.length, () => {
        if (to.writable) to.write(bytes);
        from.resume();
      });
      // What waits here is little, and the sender feels the way's slowness.
      if (this.#steps.length > 64) from.pause();
    });
    from.on("end", () => this.#add(0, () => to.end()));
    from.on("close", () => this.#add(0, () => to.destroySoon()));
    from.on("error", () => this.#add(0, () => to.resetAndDestroy()));
  }

  #add(bytes: number, act: () => void): void {
    const { latency, bandwidth } = this.faults;
    const start = Math.max(Date.now(), this.#free);
    this.#free = start + (bytes / bandwidth) * 1000;
    this.#steps.push({ due: this.#free + latency, act });
    this.run();
  }

  /** Does what is due, in order. */
  readonly run = (): void => {
    clearTimeout(this.#timer);
    const { isHole, isMute } = this.faults;
    while (!isHole && !(isMute && this.isAnswer) && this.#steps[0]) {
      const wait = this.#steps[0].due - Date.now();
      if (wait > 0) {
        this.#timer = setTimeout(this.run, wait);
        return;
      }
      this.#steps.shift()?.act();
    }
  };

  hurry(): void {
    this.#free = 0;
    for (const step of this.#steps) step.due = 0;
    this.run();
  }

  drop(): void {
    clearTimeout(this.#timer);
    this.#steps = [];
  }
}

type Pair = { near: Socket; far: Socket; ways: Way[] };

/** A proxy on this machine in front of a port of it. */
export async function startProxy(targetPort: number): Promise<TcpProxy> {
  const faults = { ...none };
  const pairs = new Set<Pair>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    const far = connect({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    const pair = { near, far, ways: [new Way(faults, near, far, false), new Way(faults, far, near, true)] };
    pairs.add(pair);
    for (const socket of [near, far])
      socket.once("close", () => {
        if (near.destroyed && far.destroyed) pairs.delete(pair);
      });
  });
  const port = await steadyPort();
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
  await listen();

  const reset = () => {
    for (const { near, far, ways } of pairs) {
      for (const way of ways) way.drop();
      near.resetAndDestroy();
      far.resetAndDestroy();
    }
  };
  const change = (changed: Partial<Faults>) => {
    Object.assign(faults, changed);
    for (const way of [...pairs].flatMap(({ ways }) => ways)) way.run();
  };
  const refuse = async (on: boolean) => {
    // Its callback would wait for the open connections to end.
    if (on) server.close();
    else if (!server.listening) await listen();
  };
  return {
    port,
    latency: (latency) => change({ latency }),
    bandwidth: (bandwidth) => change({ bandwidth }),
    reset,
    blackHole: (isHole) => change({ isHole }),
    mute: (isMute) => change({ isMute }),
    halfClose: () => {
      for (const { near } of pairs) near.end();
    },
    refuse,
    async heal() {
      Object.assign(faults, none);
      for (const way of [...pairs].flatMap(({ ways }) => ways)) way.hurry();
      await refuse(false);
    },
    connections: () => pairs.size,
    async close() {
      reset();
      if (server.listening) await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

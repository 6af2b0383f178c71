export type Spread = { p50: number; p95: number; p99: number };

const round = (value: number) => Number(value.toFixed(value < 1 ? 4 : 2));

/** The value that this share of all is not above; NaN of nothing. */
function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const spread = (values: number[]): Spread => ({
  p50: round(quantile(values, 0.5)),
  p95: round(quantile(values, 0.95)),
  p99: round(quantile(values, 0.99)),
});

export const median = (values: number[]) => round(quantile(values, 0.5));

/** Figures of one kind, measured several times: each the median of its own. */
export function medians<Figures extends object>(all: Figures[]): Figures {
  const [first] = all;
  if (!first) throw new Error("There is nothing to take the median of.");
  const entries = Object.entries(first).map(([name, value]) => {
    const values = all.map((one) => (one as Record<string, unknown>)[name]);
    if (typeof value === "number") return [name, median(values as number[])];
    return [name, typeof value === "object" && value !== null ? medians(values as object[]) : value];
  });
  return Object.fromEntries(entries) as Figures;
}

// What several runs come to.

/** The middle one. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median and range. */
export function summary(values) {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/**
 * The median of the ratios, each of two values of the same round: what disturbs this machine disturbs both of them.
 * None where there is nothing to compare with.
 */
export function ratio(values, base) {
  const ratios = values.map((value, round) => value / base[round]);
  return ratios.every(Number.isFinite) ? median(ratios) : null;
}

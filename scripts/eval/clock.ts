import { instantOf } from "@/lib/words/zone";

type Reference = { reference_time: string; timezone: string };

/** The instant at which a zone's wall shows the reference time of a record. An offset in it is ignored. */
export function instantOfReference({ reference_time, timezone }: Reference): Date {
  const [, date, time = "00:00"] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(reference_time) ?? [];
  if (date === undefined) throw new Error(`${reference_time} is no reference time.`);
  return instantOf({ date, time }, timezone).instant;
}

import { expect, test } from "vitest";
import { dueIn } from "./testing";

test.each([
  ["7pm", "2026-03-11 19:00"],
  ["7 p.m", "2026-03-11 19:00"],
  ["call at 7pm.", "2026-03-11 19:00"],
  ["730pm", "2026-03-11 19:30"],
  ["7.30 pm", "2026-03-11 19:30"],
  ["8 30 am", "2026-03-12 08:30"],
  ["at three am", "2026-03-12 03:00"],
  ["nine forty five pm", "2026-03-11 21:45"],
  ["next monday at ten a m", "2026-03-16 10:00"],
  ["at 11 in the morning", "2026-03-11 11:00"],
  ["20 past 4 in the afternoon", "2026-03-11 16:20"],
  ["seven in the evening", "2026-03-11 19:00"],
  ["8 tonight", "2026-03-11 20:00"],
  ["tonight around 7", "2026-03-11 19:00"],
  ["tonight at 1", "2026-03-12 01:00"],
  ["at night at 9", "2026-03-11 21:00"],
  ["tonight at midnight", "2026-03-12 00:00"],
  ["tomorrow evening at 8", "2026-03-12 20:00"],
])("a time with its half: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["15:30", "2026-03-11 15:30"],
  ["11h45", "2026-03-11 11:45"],
  ["15h", "2026-03-11 15:00"],
  ["1430 hours", "2026-03-11 14:30"],
  ["at 0800", "2026-03-12 08:00"],
  ["0615 tomorrow", "2026-03-12 06:15"],
  ["night shift sat 1930 ward 4", "2026-03-14 19:30"],
])("a clock of 24 hours: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["at 8", "2026-03-11 20:00"],
  ["at 9", "2026-03-11 21:00"],
  ["at 10", "2026-03-11 10:00"],
  ["at 12", "2026-03-11 12:00"],
  ["leave at 6.45", "2026-03-11 18:45"],
  ["at 730", "2026-03-11 19:30"],
  ["make it 2", "2026-03-11 14:00"],
  ["make that 330", "2026-03-11 15:30"],
  ["quarter to six", "2026-03-11 17:45"],
  ["half past nine", "2026-03-11 09:30"],
  ["at half ten", "2026-03-11 10:30"],
  ["ten to 3", "2026-03-11 14:50"],
  ["five to midnight", "2026-03-11 23:55"],
  ["a quarter past noon", "2026-03-11 12:15"],
  ["at five past", "2026-03-11 09:05"],
  ["seven-ish", "2026-03-11 19:00"],
  ["5oclock", "2026-03-11 17:00"],
  ["at eight o five", "2026-03-11 20:05"],
])("a bare hour is the next such moment: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["tomorrow 9", "2026-03-12 09:00"],
  ["tomorrow at 6", "2026-03-12 18:00"],
  ["friday 5", "2026-03-13 17:00"],
  ["fri 9.15", "2026-03-13 09:15"],
  ["saturday at 12", "2026-03-14 12:00"],
  ["half 7 tomorrow", "2026-03-12 07:30"],
  ["march eighteenth nine thirty", "2026-03-18 09:30"],
  ["june twenty second at four thirty", "2026-06-22 16:30"],
  ["dinner with Ana saturday at 7", "2026-03-14 19:00"],
  ["breakfast friday at 8", "2026-03-13 08:00"],
  ["at 1030 tomorrow", "2026-03-12 10:30"],
  ["8pm on 15", "2026-03-15 20:00"],
  ["7:00 on next sunday afternoon", "2026-03-22 19:00"],
  ["October 14 around 8:00am", "2026-10-14 08:00"],
  ["11/12 at noon", "2026-11-12 12:00"],
  ["noonish", "2026-03-11 12:00"],
  ["mid day", "2026-03-11 12:00"],
  ["friday at midnight", "2026-03-13 00:00"],
  ["today at midnight", "2026-03-12 00:00"],
])("with a day a bare hour is when people are up: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["tomorrow morning", "2026-03-12 09:00"],
  ["first thing tomorrow", "2026-03-12 09:00"],
  ["tomorrow early morning", "2026-03-12 07:00"],
  ["late afternoon tomorrow", "2026-03-12 16:30"],
  ["friday night", "2026-03-13 20:00"],
  ["tuesday lunchtime", "2026-03-17 12:00"],
  ["monday after lunch", "2026-03-16 13:30"],
  ["after work tomorrow", "2026-03-12 17:30"],
  ["before bed tonight", "2026-03-11 21:30"],
  ["evening of the 14th", "2026-03-14 19:00"],
  ["yesterday evening", "2026-03-10 19:00"],
])("a part of the day: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["from 3 to 4 on thursday", "2026-03-12 15:00"],
  ["meeting thursday 3-4pm", "2026-03-12 15:00"],
  ["11-1pm tomorrow", "2026-03-12 11:00"],
  ["between 2 and 4 tomorrow", "2026-03-12 14:00"],
  ["between 10 and 11 am on monday", "2026-03-16 10:00"],
  ["friday 9-5", "2026-03-13 09:00"],
  ["from noon until 2", "2026-03-11 12:00"],
  ["from 12:30 till 2", "2026-03-11 12:30"],
  ["party 2-5 saturday", "2026-03-14 14:00"],
  ["move it from 3 to 4", "2026-03-11 16:00"],
  ["10:30-11:45", "2026-03-11 10:30"],
  ["6-7am tomorrow", "2026-03-12 06:00"],
])("a stretch of time begins with its first moment: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

test.each([
  ["3pm EST", "2026-03-11 15:00"],
  ["5 pm PT tomorrow", "2026-03-12 20:00"],
  ["noon pacific time friday", "2026-03-13 15:00"],
  ["9:00 UTC tomorrow", "2026-03-12 05:00"],
])("a time in another zone: %s is %s", (text, due) => {
  expect(dueIn(text)).toBe(due);
});

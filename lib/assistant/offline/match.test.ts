import { expect, test } from "vitest";
import { bestOf } from "./match";
import { readAnswer } from "./seen";
import { task } from "./testing";

const titles = (query: string, ...all: string[]) =>
  bestOf(query, readAnswer({ tasks: all.map((title, i) => task(i + 1, title)) }).tasks).tasks.map(({ title }) => title);

test.each([
  ["milk", ["Buy milk", "Call mum"], ["Buy milk"]],
  ["the dentist", ["Call the dentist", "Dentist bill", "Pay rent"], ["Call the dentist", "Dentist bill"]],
  ["dentist bill", ["Call the dentist", "Dentist bill"], ["Dentist bill"]],
  ["call mom", ["Call mum", "Call the bank"], ["Call mum"]],
  ["buy milk", ["Buy milk", "Buy milk chocolate"], ["Buy milk"]],
  ["dentsit", ["Call the dentist", "Pay rent"], ["Call the dentist"]],
  ["electricty bill", ["Pay the electricity bill", "Pay the water bill"], ["Pay the electricity bill"]],
  ["quarterly report thing", ["Write the quarterly report", "Pay rent"], ["Write the quarterly report"]],
  ["call plumber", ["Call mum"], []],
  ["pay rent", ["Pay the gas bill"], []],
  ["cat", ["Buy a car"], []],
])("%s among %j is %j", (query, all, best) => {
  expect(titles(query, ...all)).toEqual(best);
});

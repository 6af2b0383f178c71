"use client";

import { createContext, type ReactNode } from "react";

/** The texts that came drawn from the server, by message and part. */
export type Written = Readonly<Record<string, ReactNode>>;

export const WrittenHere = createContext<Written>({});

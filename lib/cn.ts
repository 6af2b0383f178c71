import { type ClassValue, clsx } from "clsx";

/** Class names, conditionally. */
export const cn = (...classes: ClassValue[]) => clsx(classes);

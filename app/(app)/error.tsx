"use client";

// A page that fails leaves the sidebar and the tasks standing.
export { default } from "@/app/error";

import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Docket",
    short_name: "Docket",
    description: "A to-do list you talk to, with every change on the record.",
    start_url: "/",
    display: "standalone",
    background_color: "#f1f3ea",
    theme_color: "#0a6546",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
}

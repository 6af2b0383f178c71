import type { MetadataRoute } from "next";

export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Docket",
    short_name: "Docket",
    description: "A to-do list you talk to, with every change on the record.",
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#f1f3ea",
    theme_color: "#0a6546",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "New chat", url: "/" },
      { name: "Tasks", url: "/tasks" },
    ],
  };
}

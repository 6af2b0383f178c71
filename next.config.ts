import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  typedRoutes: true,
  reactCompiler: true,
  serverExternalPackages: ["@node-rs/argon2", "pino"],
  poweredByHeader: false,
  agentRules: false,
};

export default config;

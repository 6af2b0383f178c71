import { Waiting } from "@/components/frame/waiting";

export default function Loading() {
  return <Waiting title="Tasks" flush />;
}

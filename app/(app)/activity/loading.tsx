import { Waiting } from "@/components/frame/waiting";

export default function Loading() {
  return <Waiting title="Activity" lead="Every change, whoever made it, with the way back." />;
}

import Link from "next/link";
import { Notice } from "@/components/frame/notice";

export default function NotFound() {
  return (
    <main>
      <Notice title="There is nothing here">
        <p>The page or conversation doesn’t exist, or it was deleted.</p>
        <Link href="/" className="font-medium text-accent underline underline-offset-3">
          Go to a new chat
        </Link>
      </Notice>
    </main>
  );
}

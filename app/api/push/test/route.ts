import { requireUser } from "@/lib/auth/require-user";
import { door, json } from "@/lib/http";
import { sendTest } from "@/lib/reminders/push/test-message";

/** Sends one message to every browser of the person; answers how many push services took it. */
export const POST = door(async () => json(await sendTest(await requireUser())));

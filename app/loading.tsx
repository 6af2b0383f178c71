export default function Loading() {
  return (
    <div className="grid min-h-[50dvh] place-items-center" role="status">
      <p className="animate-wait text-faint">Opening…</p>
    </div>
  );
}

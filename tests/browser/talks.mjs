// talks.mjs CORPORA COUNT: so many conversations as JSON lines, out of the corpora again and again, over a week and three teams.
import { readFileSync, writeSync } from "node:fs";

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const files = ["oppo-cases", "real-chats", "fresh-cases", "short-cases", "ibm-care-dev"];
const lines = files.flatMap((file) => readFileSync(`${folder}/${file}.jsonl`, "utf8").split("\n").filter(Boolean));
const talks = lines.map((line) => JSON.parse(line)).filter((talk) => talk.turns.length < 60);
const agents = ["Jamie", "Ben", "Priya", "Thandi", "Wei", "Aisha", "Luke", "Marisol", "Kofi", "Siti", "Dmitri", "Anh"];

let text = "";
const flush = () => {
  for (let bytes = Buffer.from(text); bytes.length > 0;) bytes = bytes.subarray(writeSync(1, bytes));
  text = "";
};
for (let i = 0; i < count; ++i) {
  const talk = talks[(i * 7) % talks.length];
  const agent = (i * 5 + Math.floor(i / 11)) % agents.length;
  const day = String(16 + ((i * 3 + Math.floor(i / 17)) % 5)).padStart(2, "0");
  text += JSON.stringify({ ...talk, id: `${talk.id}-${i}`, agent: agents[agent], team: "ABC"[agent % 3],
                           started_at: `2026-11-${day}T10:31:00+11:00` }) + "\n";
  if (text.length > 1 << 20) flush();
}
flush();

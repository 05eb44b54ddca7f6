// Asking Pagefind's index. hooks/pages/finding.py explains its fields, and the words in it that nobody types: xd19600813, xqletter.
const WEIGHTS = { names: 6, heading: 5, label: 4, date: 2, work: 1, who: 0.3, days: 10, between: 2, title: 0, facets: 0 };
const ABOUT = ["names", "heading", "label", "work"]; // the fields in which a page says what it is about

// ---- the worker. Pagefind's own pagefind.js would first load the whole of it once more, as something to fall back on, which
// is a ninth of all that opening costs; so the worker is spoken to in the way in which that file speaks to it.
let worker, number = 0, sets = {};
const waiting = new Map();
const tell = (method, ...args) => new Promise((resolve, reject) => {
  waiting.set(++number, { resolve, reject });
  worker.postMessage({ id: number, method, args });
});

/** Load the index, unless it is there. */
export const start = async () => {
  if (worker) return;
  const folder = new URL("../pagefind/", import.meta.url);
  worker = new Worker(new URL("pagefind-worker.js", folder));
  worker.onmessage = ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error)); else resolve(result);
  };
  worker.onerror = () => {
    [worker, sets] = [undefined, {}];
    for (const { reject } of waiting.values()) reject(new Error("The worker of the search does not answer."));
    waiting.clear();
  };
  await tell("init", { basePath: folder.pathname, language: "en", primary: true, ranking: { metaWeights: WEIGHTS, termFrequency: 0.6 } });
};
const hits = async (words) => {
  if (!words) return [];
  await start();
  return (await tell("search", words)).results;
};

/** The page of a hit: address, fields, words, anchors, and where in the words the hit stands. */
export const read = ({ data }) => tell("getData", data);

/** The ids of all pages that have a facet. */
export const having = (facet) => (sets[facet] ??= hits(facet).then((found) => new Set(found.map(({ id }) => id))));

// ---- what readers type
const MONTHS = Array.from({ length: 12 }, (_, month) => new Date(2000, month).toLocaleString("en", { month: "long" }));
const DATES = [
  /(\d{4})-(\d\d?)(?:-(\d\d?))?/, // 1960-08-13, 1960-08
  /(\d\d?)[./](\d\d?)[./](\d{4})/, // 13.8.1960, 13/8/1960
  /(?:(\d\d?)(?:st|nd|rd|th)? +)?([a-z]{3,9})\.?(?: +(\d\d?)(?:st|nd|rd|th)?,?)? +(\d{4})/, // 13 August 1960, Aug. 13th, 1960, Aug 1960
];
const DATE = new RegExp(`(?<!\\w)(?:${DATES.map(({ source }) => source).join("|")})(?!\\w)`, "i");

// What was typed, with its date as the texts write it, and as the index does.
const dated = (typed) => {
  const [found, y1, m1, d1, d2, m2, y2, d3, name, d4, y3] = DATE.exec(typed) ?? [];
  const month = name ? MONTHS.findIndex((other) => other.toLowerCase().startsWith(name.toLowerCase())) : (m1 ?? m2) - 1;
  if (!found || !MONTHS[month]) return [typed];
  const [year, day] = [y1 ?? y2 ?? y3, d1 ?? d2 ?? d3 ?? d4 ?? ""];
  const word = `xd${year}${String(month + 1).padStart(2, 0)}${day && day.padStart(2, 0)}`;
  return [`${day} ${MONTHS[month]} ${year}`, word].map((date) => typed.replace(found, date));
};

const whole = (name) => name.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
const isCalled = async (hit, typed) => (await read(hit)).meta.names.split(" | ").some((name) => whole(name) === whole(typed));

/** The hits for what was typed: first the pages that are called just so, then those of its day, then all that hold its words. */
export const find = async (typed) => {
  const [words, day] = dated(typed.includes('"') ? typed : typed.replace(/(?<!\S)(the|of|and|in|on|at|to|an?)\s+/gi, ""));
  const [ofDay, all] = [await hits(day), await hits(words)];
  const named = all.filter((hit) => hit.matchedMetaFields?.includes("names")).slice(0, 8);
  const called = await Promise.all(named.map((hit) => isCalled(hit, typed)));
  const first = new Set([...named.filter((_, n) => called[n]), ...ofDay].map(({ id }) => id));
  const found = new Map([...ofDay, ...all].map((hit) => [hit.id, hit])); // of two alike the latter, which knows where its words stand
  return [...new Set([...first, ...found.keys()])].map((id) => {
    const hit = found.get(id);
    return { ...hit, isAbout: first.has(id) || hit.matchedMetaFields?.some((field) => ABOUT.includes(field)) };
  });
};

/** Where no page has all the words: without one of them, and of such answers the closest; failing that without two. */
export const loosen = async (words) => {
  const tries = await Promise.all(words.map(async (word) => {
    const fewer = words.filter((other) => other !== word).join(" ");
    return [await find(fewer), fewer];
  }));
  const [closest] = tries.filter(([found]) => found.length).sort(([a], [b]) => a.length - b.length);
  return closest ?? (words.length > 2 ? loosen(words.slice(0, -1)) : [[], ""]);
};

// Conversations as JSON lines in whose every field stands a text that tries to be markup, script or style.
const payloads = [
  "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "\"><iframe src=javascript:alert(1)>",
  "' onmouseover='alert(1)", "\" autofocus onfocus=\"alert(1)", "</style><style>*{display:none}</style>", "</pre><h1>live</h1>",
  "</title><base href=http://evil.example/>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;b&gt;", "&#60;script&#62;", "{{{style}}}", "{{! conversations }}",
  "{{#talks}}{{/talks}}", "javascript:alert(1)", "<meta http-equiv=refresh content=0;url=http://evil.example>", "<link rel=stylesheet href=http://evil.example>",
  "<plaintext>", "<textarea>", "<form action=http://evil.example><input>", "<math><mtext><script>alert(1)</script>", "\u202Eevil\u202C", "\u0000", "\u0001",
  "\u001b[31mred", "tab\there", "line\nbreak", "\u2028", "#c1", "c1", "__proto__", "constructor", "=HYPERLINK(\"http://evil.example\")", "\ud83d\ude00", "",
];
payloads.forEach((text, i) => {
  const talk = {
    id: text, channel: ["chat", "email", "social"][i % 3], agent: text, agent_id: `a${text}`, customer: text, team: text, site: text,
    account: text, topic: text, brand: text, started_at: i % 2 ? text : "2026-11-16T10:31:00Z", subject: text, [text || "x"]: text,
    turns: [
      { speaker: "agent", name: text, text: `hey ${text} gonna ${text} recieve` },
      { speaker: "customer", name: text, text },
      { speaker: "agent", name: text, text: `${text} Yep hang on ${text} asap teh ${text}` },
    ],
  };
  if (!talk.id) talk.id = "none";
  console.log(JSON.stringify(talk));
});

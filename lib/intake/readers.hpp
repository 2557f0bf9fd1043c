#pragma once

#include "intake/reader.hpp"
#include <string>
#include <string_view>

// The functions of the table's rows, and what they share.

namespace motaudit {

namespace readers {
int recognises_jsonl(std::string_view head, std::string_view path);
std::size_t cut_line(std::string_view bytes);
void read_jsonl(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_json(std::string_view head, std::string_view path);
void read_json(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_transcript(std::string_view head, std::string_view path);
void read_transcript(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_document(std::string_view head, std::string_view path);
void read_document(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_webvtt(std::string_view head, std::string_view path);
void read_webvtt(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
int recognises_srt(std::string_view head, std::string_view path);
void read_srt(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_salesforce_chat(std::string_view head, std::string_view path);
void read_salesforce_chat(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_eml(std::string_view head, std::string_view path);
void read_eml(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_mbox(std::string_view head, std::string_view path);
std::size_t cut_mbox(std::string_view bytes);
void read_mbox(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

int recognises_workbook(std::string_view head, std::string_view path);
void read_workbook(const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);
} // namespace readers

// The head of a file as text to recognise it by: without a byte order mark; of UTF-16 the ASCII, '?' for the rest.
std::string plain_head(std::string_view head);

// The file's name without folders and without its last extension: what a conversation is called that has no id.
std::string_view stem_of(std::string_view path);

// Lines that end in CR LF end in LF: lines and columns stay what they are. Borrows where nothing changes.
std::string_view without_carriage_returns(std::string_view text, Arena& arena);

// A canned reply or a record is a text as a whole, which is the agent's only turn.
inline bool is_one_text(Channel channel) { return channel == Channel::template_ || channel == Channel::case_; }

// Adds the text as that turn, without the blank lines around it. False where there is none.
bool add_one_text(std::string_view text, std::uint32_t lines_before, Arena& arena, Conversation& talk);

// Does the path end in ".jsonl"? Whatever its case.
bool has_extension(std::string_view path, std::string_view extension);

} // namespace motaudit

#pragma once

#include "intake/exports/draft.hpp"
#include "intake/json_outline.hpp"
#include "intake/json_value.hpp"
#include <string>
#include <string_view>

namespace motaudit {

// One JSON export of a vendor. To add one: a file with the function, and a row.
struct ExportFormat {
    std::string_view name = {};    // for --from
    std::string_view summary = {}; // one line for help and manual
    std::string_view keys = {};    // what it is known by, see fit()
    // Makes conversations of a value. Takes whatever is there: keys may be missing or of the wrong type.
    void (*read)(Json value, Export& to) = nullptr;
};

namespace exports {
void read_contact_lens(Json value, Export& to);
void read_transcribe(Json value, Export& to);
void read_deepgram(Json value, Export& to);
void read_assemblyai(Json value, Export& to);
void read_whisper(Json value, Export& to);
void read_azure(Json value, Export& to);
void read_azure_language(Json value, Export& to);
void read_google_speech(Json value, Export& to);
void read_insights(Json value, Export& to);
void read_genesys(Json value, Export& to);
void read_twilio(Json value, Export& to);
void read_liveperson(Json value, Export& to);
void read_vcon(Json value, Export& to);
void read_salesforce(Json value, Export& to);
void read_enhanced_chat(Json value, Export& to);
void read_zendesk(Json value, Export& to);
void read_zendesk_chat(Json value, Export& to);
void read_intercom(Json value, Export& to);
void read_freshdesk(Json value, Export& to);
void read_hubspot(Json value, Export& to);

inline constexpr ExportFormat table[] = {
    {"contact-lens", "Amazon Connect Contact Lens, calls and chats",
     "Transcript JobStatus Channel !JobName | Transcript Participants ConversationCharacteristics | Segments[].Transcript",
     read_contact_lens},
    {"connect-chat", "Amazon Connect chat transcript", "Transcript[].ContentType Transcript[].AbsoluteTime !JobStatus",
     read_contact_lens},
    {"call-analytics", "Amazon Transcribe Call Analytics", "Transcript JobName JobStatus | Transcript[].LoudnessScores JobStatus",
     read_contact_lens},
    {"transcribe", "Amazon Transcribe", "results.transcripts results.items | results.transcripts jobName", read_transcribe},
    {"deepgram", "Deepgram", "results.channels metadata.request_id | results.channels[].alternatives", read_deepgram},
    {"assemblyai", "AssemblyAI", "utterances acoustic_model | utterances audio_url | utterances audio_duration", read_assemblyai},
    {"whisper", "Whisper and whisperX", "segments[].start segments[].end segments[].text", read_whisper},
    {"azure-speech", "Azure batch and fast transcription",
     "recognizedPhrases | combinedRecognizedPhrases | combinedPhrases phrases", read_azure},
    {"azure-language", "Azure Language conversations",
     "analysisInput.conversations[].conversationItems | conversations[].conversationItems", read_azure_language},
    {"google-speech", "Google Speech-to-Text", "results[].alternatives", read_google_speech},
    {"insights", "Google CCAI and CX Insights",
     "entries[].start_timestamp_usec entries[].role | entries[].startTimestampUsec entries[].role | transcript.transcriptSegments",
     read_insights},
    {"genesys", "Genesys Cloud transcripts", "transcripts[].phrases", read_genesys},
    {"twilio", "Twilio Voice Intelligence sentences", "sentences[].media_channel | sentences[].sentence_index", read_twilio},
    {"liveperson", "LivePerson conversation history", "conversationHistoryRecords", read_liveperson},
    {"vcon", "vCon, also signed",
     "parties dialog | vcon parties | parties analysis | vcon dialog | payload signatures | payload protected | payload "
     "signature | ciphertext recipients | ciphertext protected | ciphertext encrypted_key | ciphertext iv",
     read_vcon},
    {"salesforce", "Salesforce rows by REST: EmailMessage, Case, LiveChatTranscript", "records[].attributes", read_salesforce},
    {"salesforce-enhanced-chat", "Salesforce enhanced chat", "conversationEntries", read_enhanced_chat},
    {"zendesk", "Zendesk tickets with comments",
     "requester_id comments | comments[].author_id comments[].public | tickets[].comments | ticket.comments", read_zendesk},
    {"zendesk-chat", "Zendesk Chat", "history[].msg visitor | history visitor session | history agent_names | chats[].history",
     read_zendesk_chat},
    {"intercom", "Intercom conversations", "conversation_parts | conversations[].conversation_parts", read_intercom},
    {"freshdesk", "Freshdesk tickets with conversations",
     "conversations[].incoming | description_text conversations | "
     "helpdesk_ticket",
     read_freshdesk},
    {"hubspot", "HubSpot conversation messages", "results[].conversationsThreadId | results[].direction", read_hubspot},
};

// The row of the table that the outline fits best; null where none does. Two that fit as well are an error that names both.
struct Choice {
    const ExportFormat* format = nullptr;
    std::string fault = {};
};
Choice choose(const JsonOutline& outline);

// The nearest formats of an unknown JSON, in words: "nearest: zendesk (no 'comments')"; empty where none is near.
std::string nearest_formats(const JsonOutline& outline);

// Makes conversations of a value that is one export, or of an array of them.
void read_value(const ExportFormat& format, Json value, Export& to);

// A record as one format's export.
void read_record(const ExportFormat& format, const Record& record, const ReadOptions& options, Arena& arena, Sink& sink);

// Where an export ends and the next begins: each line where lines hold one, else the whole file.
std::size_t cut(std::string_view bytes);
} // namespace exports

} // namespace motaudit

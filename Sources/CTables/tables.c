#include "tables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// `#embed` keeps the tables as plain files: no generated source, no run-time search for resources.
__attribute__((aligned(8))) static const uint8_t fold_table[] = {
#embed "data/fold.bin"
};

static const uint8_t frequency_table[] = {
#embed "data/frequencies.txt"
};

static const uint8_t meaning_table[] = {
#embed "data/meaning.txt"
};

static const uint8_t speech_table[] = {
#embed "data/speech.txt"
};

static const uint8_t books_table[] = {
#embed "data/books.txt"
};

static const uint8_t marker_table[] = {
#embed "data/markers.txt"
};

static const uint8_t page_table[] = {
#embed "data/pages.txt"
};

static const uint8_t policy_table[] = {
#embed "data/policies.txt"
};

static const uint8_t rule_table[] = {
#embed "data/rules.txt"
};

static const uint8_t spelling_table[] = {
#embed "data/spellings.txt"
};

__attribute__((aligned(8))) static const uint8_t word_table[] = {
#embed "data/words.bin"
};

const uint8_t *fons_fold_table_start(void) { return fold_table; }
const uint8_t *fons_frequency_table_start(void) { return frequency_table; }
size_t fons_frequency_table_size(void) { return sizeof frequency_table; }
const uint8_t *fons_meaning_table_start(void) { return meaning_table; }
size_t fons_meaning_table_size(void) { return sizeof meaning_table; }
const uint8_t *fons_speech_table_start(void) { return speech_table; }
size_t fons_speech_table_size(void) { return sizeof speech_table; }
const uint8_t *fons_books_table_start(void) { return books_table; }
size_t fons_books_table_size(void) { return sizeof books_table; }
const uint8_t *fons_policy_table_start(void) { return policy_table; }
size_t fons_policy_table_size(void) { return sizeof policy_table; }
const uint8_t *fons_rule_table_start(void) { return rule_table; }
size_t fons_rule_table_size(void) { return sizeof rule_table; }
const uint8_t *fons_marker_table_start(void) { return marker_table; }
size_t fons_marker_table_size(void) { return sizeof marker_table; }
const uint8_t *fons_spelling_table_start(void) { return spelling_table; }
size_t fons_spelling_table_size(void) { return sizeof spelling_table; }
const uint8_t *fons_word_table_start(void) { return word_table; }
size_t fons_word_table_size(void) { return sizeof word_table; }
const uint8_t *fons_page_table_start(void) { return page_table; }
size_t fons_page_table_size(void) { return sizeof page_table; }

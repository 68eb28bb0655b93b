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

const uint8_t *fons_fold_table_start(void) { return fold_table; }
const uint8_t *fons_frequency_table_start(void) { return frequency_table; }
size_t fons_frequency_table_size(void) { return sizeof frequency_table; }
const uint8_t *fons_meaning_table_start(void) { return meaning_table; }
size_t fons_meaning_table_size(void) { return sizeof meaning_table; }
const uint8_t *fons_speech_table_start(void) { return speech_table; }
size_t fons_speech_table_size(void) { return sizeof speech_table; }
const uint8_t *fons_books_table_start(void) { return books_table; }
size_t fons_books_table_size(void) { return sizeof books_table; }

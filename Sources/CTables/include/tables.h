#pragma once
#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// Frozen data files, embedded byte for byte. Their layout is described beside the readers in
// Sources/FonsText, that of the last three in their own heads.
const uint8_t *fons_fold_table_start(void);
const uint8_t *fons_frequency_table_start(void);
size_t fons_frequency_table_size(void);
const uint8_t *fons_meaning_table_start(void);
size_t fons_meaning_table_size(void);
const uint8_t *fons_speech_table_start(void);
size_t fons_speech_table_size(void);
const uint8_t *fons_books_table_start(void);
size_t fons_books_table_size(void);
const uint8_t *fons_page_table_start(void);
size_t fons_page_table_size(void);
const uint8_t *fons_marker_table_start(void);
size_t fons_marker_table_size(void);
const uint8_t *fons_policy_table_start(void);
size_t fons_policy_table_size(void);
const uint8_t *fons_rule_table_start(void);
size_t fons_rule_table_size(void);
const uint8_t *fons_spelling_table_start(void);
size_t fons_spelling_table_size(void);
const uint8_t *fons_word_table_start(void);
size_t fons_word_table_size(void);

// Asks for the cache line that holds `address`.
static inline void fons_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

// Relaxed loads and stores of flags that several threads set to the same value.
static inline uint8_t fons_load_flag(const uint8_t *flag) {
  return __atomic_load_n(flag, __ATOMIC_RELAXED);
}
static inline void fons_store_flag(uint8_t *flag, uint8_t value) {
  __atomic_store_n(flag, value, __ATOMIC_RELAXED);
}

#pragma clang assume_nonnull end

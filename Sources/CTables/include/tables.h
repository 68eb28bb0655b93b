#pragma once
#include <stddef.h>
#include <stdint.h>

// Frozen data files, embedded byte for byte. Their layout is described beside the readers in
// Sources/FonsText.
extern const uint8_t fons_fold_table[];
extern const size_t fons_fold_table_size;
extern const uint8_t fons_frequency_table[];
extern const size_t fons_frequency_table_size;

// Asks for the cache line that holds `address`.
static inline void fons_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

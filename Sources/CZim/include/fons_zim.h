// libzim behind a C interface: no exception of C++ leaves it.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct fons_zim fons_zim;

/// An entry of an archive; the texts live until the next entry is asked for.
typedef struct {
  const char *path;
  const char *title;
  /// Path of the entry that a redirect leads to, with its title; NULL for what is no redirect.
  const char *target;
  const char *target_title;
  /// NULL for a redirect.
  const char *mimetype;
  uint64_t size;
} fons_zim_entry;

/// Opens an archive, or the first part of a split one; NULL with a reason in `error`.
fons_zim *fons_zim_open(const char *path, char *error, size_t error_size);
void fons_zim_close(fons_zim *archive);

/// Entries of all kinds that readers see.
uint32_t fons_zim_count(const fons_zim *archive);
/// Checks that failed, a bit each: 0 checksum, 1 pointers to entries, 2 their order, 3 the index of
/// titles, 4 pointers to clusters, 5 media types.
uint32_t fons_zim_check(fons_zim *archive);
/// A metadata text (`Title`, `Language`, `Date`), or NULL; it lives until the next call.
const char *fons_zim_metadata(fons_zim *archive, const char *name);
/// Describes the entry at `index`, in the order in which contents are stored: 0; 1 where it is no
/// article or page; -1 with a reason in `error`.
int fons_zim_describe(
    fons_zim *archive, uint32_t index, fons_zim_entry *entry, char *error, size_t error_size);
/// The content of the entry that was described last, which lives until the next call; NULL with a
/// reason in `error`.
const char *fons_zim_content(fons_zim *archive, size_t *size, char *error, size_t error_size);

#ifdef __cplusplus
}
#endif

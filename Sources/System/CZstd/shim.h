#pragma once
// For dictionaries that are not copied (ZSTD_createDDict_byReference): exported by the shared library,
// though the header keeps it behind this name.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>
// Training with fixed parameters is not in the stable part, though it has not changed since 1.3.5.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>

#pragma once
// For dictionaries that are not copied (ZSTD_createDDict_byReference): exported by the shared library,
// though the header keeps it behind this name.
#define ZSTD_STATIC_LINKING_ONLY
#include <zstd.h>
#include <zdict.h>

#pragma once
#include <zstd.h>
// Training with fixed parameters is not in the stable part, though it has not changed since 1.3.5.
#define ZDICT_STATIC_LINKING_ONLY
#include <zdict.h>

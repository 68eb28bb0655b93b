#include "allocator.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <features.h>
#endif

#ifdef __GLIBC__
#include <malloc.h>

int fons_allocator_hand_back(void) {
  // Two heaps for all threads; blocks of 256 kB and more from the system, and back to it.
  return mallopt(M_ARENA_MAX, 2) && mallopt(M_MMAP_THRESHOLD, 256 << 10) &&
         mallopt(M_TRIM_THRESHOLD, 1 << 20);
}
#else
int fons_allocator_hand_back(void) { return 0; }
#endif

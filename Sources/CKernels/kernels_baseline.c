// The kernels for what every processor of the architecture has: SSE2 on x86-64, NEON on arm64.
#define TABLE fk_table_baseline
#define ISA "baseline"
#define LANES 2
#if defined(__aarch64__)
#define TILE_ROWS 4
#define DOT_ROWS 4
#else
#define TILE_ROWS 2
#define DOT_ROWS 2
#endif
#define TILE_REGISTERS 4
#define MANY_ROWS 1
#define DOT_VECTORS 2
#include "kernels.h"

#include "CKernels.h"
const char *fk_isa(void) { return "baseline"; }

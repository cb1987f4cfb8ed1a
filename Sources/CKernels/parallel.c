// Independent pieces of work on several threads, with a caller that watches.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "CKernels.h"

enum { most = 64 };

size_t fk_threads(void) {
  const char *wanted = getenv("FATHOM_THREADS");
  long count = wanted == NULL ? 0 : strtol(wanted, NULL, 10);
  if (count < 1) count = sysconf(_SC_NPROCESSORS_ONLN);
  return count < 1 ? 1 : count > most ? most : (size_t)count;
}

typedef struct {
  size_t count;
  void (*body)(void *, size_t);
  void *context;
  _Atomic size_t next, done;
  _Atomic int stopped;
  pthread_mutex_t lock;
  pthread_cond_t changed;
  size_t finished_threads;
} work;

static void *worker(void *argument) {
  work *w = argument;
  while (!atomic_load(&w->stopped)) {
    size_t index = atomic_fetch_add(&w->next, 1);
    if (index >= w->count) break;
    w->body(w->context, index);
    atomic_fetch_add(&w->done, 1);
  }
  pthread_mutex_lock(&w->lock);
  w->finished_threads++;
  pthread_cond_signal(&w->changed);
  pthread_mutex_unlock(&w->lock);
  return NULL;
}

/// Waits for a change, or 20 ms.
static void wait_a_little(work *w) {
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += 20000000;
  if (until.tv_nsec >= 1000000000) {
    until.tv_nsec -= 1000000000;
    until.tv_sec++;
  }
  pthread_cond_timedwait(&w->changed, &w->lock, &until);
}

int fk_parallel(size_t count, size_t threads, void (*body)(void *, size_t),
                int (*watch)(void *, size_t), void *context) {
  pthread_t handles[most];
  if (threads > most) threads = most;
  if (threads > count) threads = count;
  work w = {.count = count, .body = body, .context = context};
  pthread_mutex_init(&w.lock, NULL);
  pthread_cond_init(&w.changed, NULL);
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 8u << 20);
  size_t started = 0;
  while (started < threads &&
         pthread_create(&handles[started], &attributes, worker, &w) == 0)
    started++;
  pthread_attr_destroy(&attributes);
  if (started == 0) {  // no thread to be had: here, then
    for (size_t i = 0; i < count && !w.stopped; i++) {
      body(context, i);
      w.stopped = watch(context, i + 1);
    }
  }
  pthread_mutex_lock(&w.lock);
  while (w.finished_threads < started) {
    wait_a_little(&w);
    pthread_mutex_unlock(&w.lock);
    if (!atomic_load(&w.stopped) && watch(context, atomic_load(&w.done)))
      atomic_store(&w.stopped, 1);
    pthread_mutex_lock(&w.lock);
  }
  pthread_mutex_unlock(&w.lock);
  for (size_t i = 0; i < started; i++) pthread_join(handles[i], NULL);
  pthread_mutex_destroy(&w.lock);
  pthread_cond_destroy(&w.changed);
  return w.stopped;
}

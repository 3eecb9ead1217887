/* Stands before the system's writing calls and lets the n-th one on a folder fail: the disk is full.
 * full_disk_arm(folder, n) begins to count, n 0 never fails; full_disk_count() says how many calls there were.
 * From the n-th call on every one fails, as on a disk that stays full, until it is armed anew. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char watched[PATH_MAX];
static long fail_at, counted;
static int stays_full;

void full_disk_arm(const char *folder, long n, int stays) {
    strncpy(watched, folder, sizeof watched - 1);
    fail_at = n;
    counted = 0;
    stays_full = stays;
}

long full_disk_count(void) { return counted; }

static int in_folder(const char *path) { return watched[0] && strncmp(path, watched, strlen(watched)) == 0; }

static int fd_in_folder(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0) return 0;
    path[n] = 0;
    return in_folder(path);
}

static int fails(void) {
    counted++;
    if (fail_at && (counted == fail_at || (stays_full && counted > fail_at))) {
        errno = ENOSPC;
        return 1;
    }
    return 0;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *b, size_t n) { REAL(write); return fd_in_folder(fd) && fails() ? -1 : real(fd, b, n); }
ssize_t pwrite(int fd, const void *b, size_t n, off_t o) { REAL(pwrite); return fd_in_folder(fd) && fails() ? -1 : real(fd, b, n, o); }
ssize_t pwrite64(int fd, const void *b, size_t n, off64_t o) { REAL(pwrite64); return fd_in_folder(fd) && fails() ? -1 : real(fd, b, n, o); }
int ftruncate(int fd, off_t n) { REAL(ftruncate); return fd_in_folder(fd) && fails() ? -1 : real(fd, n); }
int ftruncate64(int fd, off64_t n) { REAL(ftruncate64); return fd_in_folder(fd) && fails() ? -1 : real(fd, n); }
int fsync(int fd) { REAL(fsync); return fd_in_folder(fd) && fails() ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fd_in_folder(fd) && fails() ? -1 : real(fd); }
int rename(const char *a, const char *b) { REAL(rename); return in_folder(b) && fails() ? -1 : real(a, b); }

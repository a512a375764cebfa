import type { Library } from './library.ts';

/** The BLAS and LAPACK functions used here, ready to call; arrays are passed without copying. */
export interface Routines {
  dgemm(...parameters: unknown[]): void;
  dsymv(...parameters: unknown[]): void;
  dsyrk(...parameters: unknown[]): void;
  dtrsm(...parameters: unknown[]): void;
  dpotrf(...parameters: unknown[]): void;
  dsyevd(...parameters: unknown[]): void;
  setThreads(count: number): void;
  /** Threads in use: as many as were set, or fewer where the library was built for fewer. */
  threads(): number;
}

/** Values of CBLAS' enumerations. */
export const cblas = {
  rowMajor: 101,
  plain: 111,
  transposed: 112,
  upper: 121,
  lower: 122,
  nonUnit: 131,
  left: 141,
} as const;

export function bindRoutines({ native, prefix }: Library): Routines {
  const bind = (name: string, parameters: string) => native.func(`void ${prefix}${name}(${parameters})`);
  return {
    dgemm: bind(
      'cblas_dgemm',
      'int order, int transposeA, int transposeB, int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc',
    ),
    dsymv: bind(
      'cblas_dsymv',
      'int order, int triangle, int n, double alpha, const double *a, int lda, const double *x, int incx, double beta, double *y, int incy',
    ),
    dsyrk: bind(
      'cblas_dsyrk',
      'int order, int triangle, int transpose, int n, int k, double alpha, const double *a, int lda, double beta, double *c, int ldc',
    ),
    dtrsm: bind(
      'cblas_dtrsm',
      'int order, int side, int triangle, int transpose, int diagonal, int m, int n, double alpha, const double *a, int lda, double *b, int ldb',
    ),
    dpotrf: bind(
      'dpotrf_',
      'const char *triangle, const int *n, double *a, const int *lda, int *info, size_t length',
    ),
    dsyevd: bind(
      'dsyevd_',
      'const char *job, const char *triangle, const int *n, double *a, const int *lda, double *values, double *work, const int *lwork, int *iwork, const int *liwork, int *info, size_t jobLength, size_t triangleLength',
    ),
    setThreads: bind('openblas_set_num_threads', 'int count'),
    threads: native.func(`int ${prefix}openblas_get_num_threads()`),
  };
}

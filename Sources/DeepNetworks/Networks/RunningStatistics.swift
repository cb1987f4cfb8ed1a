/// The mean and variance of each unit before its batch norm, averaged over the steps of a training.
///
/// Before the first step they are 0 and 1. It sets them, and each further one moves them by a tenth of
/// the way to those of its batch, whose variance is taken over B − 1. *Source*: Ioffe and Szegedy 2015;
/// the beginning and the tenth are PyTorch's.
package struct RunningStatistics: Sendable, Hashable {
  /// Of the layers 1…L−1, layer 1 first.
  private(set) var means: [[Double]]
  private(set) var variances: [[Double]]
  /// Whether no batch has been taken.
  private var isFresh = true

  /// By how much of the way a step moves them.
  private static let share = 0.1

  /// Those before the first step, of layers of these widths.
  init(widths: [Int]) {
    means = widths.map { Array(repeating: 0, count: $0) }
    variances = widths.map { Array(repeating: 1, count: $0) }
  }

  /// Takes a batch's means and variances over `count` samples, by layer from 0.
  mutating func take(
    count: Int,
    statistics: (Int) -> (means: UnsafePointer<Double>, variances: UnsafePointer<Double>)
  ) {
    let share = isFresh ? 1 : RunningStatistics.share
    isFresh = false
    let unbiased = Double(count) / Double(count - 1)
    for layer in means.indices {
      let (batchMeans, batchVariances) = statistics(layer)
      for unit in means[layer].indices {
        means[layer][unit] += share * (batchMeans[unit] - means[layer][unit])
        variances[layer][unit] += share * (unbiased * batchVariances[unit] - variances[layer][unit])
      }
    }
  }

  /// Takes the numbers of statistics of the same shapes into the memory that it has.
  mutating func take(_ other: RunningStatistics) {
    isFresh = other.isFresh
    for layer in means.indices {
      for unit in means[layer].indices {
        means[layer][unit] = other.means[layer][unit]
        variances[layer][unit] = other.variances[layer][unit]
      }
    }
  }
}

import DeepNetworks
import Glibc

/// Independent work on files, on all processors at once.
enum Together {
  /// As many threads as there are processors.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What each item comes to, in their order.
  static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    // Nothing here throws; where no thread can be had, the items are done one by one.
    let done = try? Parallel.map(items.count, threads: processors) { index, _ in work(items[index])
    }
    return done ?? items.map(work)
  }
}

import DeepNetworks
import Lessons
import Notebooks

extension Value {
  /// The number of a list at a layer, or of a vector at an entry.
  func number(at place: Number) -> Extended? {
    guard let index = Int(place.text) else { return nil }
    switch self {
    case .layers(let list):
      if case .number(let number) = list[layer: index] { return number }
      return nil
    case .vector(let vector):
      return (1...max(1, vector.count)).contains(index) ? vector[index - 1] : nil
    case .number, .truth, .text, .range, .matrix, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .document, .record:
      return nil
    }
  }
}

import TerminalText

/// A named level, such as the smallest normal float32.
package struct Threshold: Sendable, Hashable {
  package var at: Sample
  package var label: String

  package init(at: Sample, label: String) {
    self.at = at
    self.label = label
  }

  /// "float32 max (3.4e38)"; a number that is its own name stands alone.
  var words: String {
    let label = neutralised(label)
    return Double(label) == nil ? "\(label) (\(at.text(digits: 3)))" : label
  }
}

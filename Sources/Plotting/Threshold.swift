/// A named level, such as the smallest normal float32.
package struct Threshold: Sendable, Hashable {
  package var at: Sample
  package var label: String

  package init(at: Sample, label: String) {
    self.at = at
    self.label = label
  }
}

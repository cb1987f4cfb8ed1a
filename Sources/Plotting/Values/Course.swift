/// A series as it was worked out, with what stands at each x in words.
package struct Course: Sendable, Hashable {
  package var series: Series
  /// "layer 3"; empty where nothing runs, and each series is a number alone.
  package var places: [String]

  package init(_ series: Series, places: [String]) {
    self.series = series
    self.places = places
  }
}

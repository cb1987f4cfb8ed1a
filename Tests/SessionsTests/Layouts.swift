import Notebooks

/// How the tests lay things out.
enum Layouts {
  static let pictures = Layout(columns: 80, rows: 16)
  static let spoken = Layout(columns: 80, rows: 16, figuresAsText: true)
}

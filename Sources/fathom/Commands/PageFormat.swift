import ArgumentParser

/// What a page is written in.
enum PageFormat: String, ExpressibleByArgument, CaseIterable {
  case html, markdown, cast

  /// What a file's name says; nil where it says nothing.
  init?(endingOf path: String) {
    switch path.split(separator: ".").last {
    case "html", "htm": self = .html
    case "md", "markdown": self = .markdown
    case "cast": self = .cast
    default: return nil
    }
  }

  /// The ending of a file that is given no name.
  var ending: String {
    switch self {
    case .html: "html"
    case .markdown: "md"
    case .cast: "cast"
    }
  }
}

import TerminalText

extension Document {
  /// The page as Markdown that forges render, figures as text; in a course with the ways to its neighbours.
  package func markdown(in course: PagePlace? = nil) -> String {
    var markdown = MarkdownText()
    markdown.heading(1, title)
    if let course {
      markdown.paragraph { line in
        for (index, way) in course.ways("md").enumerated() {
          if index > 0 { line.words(" · ") }
          line.link(way.words, way.link)
        }
      }
    }
    if let summary { markdown.prose(summary) }
    markdown.paragraph { $0.styled(StyledText(facts.joined(separator: " · "), .emphasis)) }
    if !objectives.isEmpty {
      markdown.paragraph { $0.words("Afterwards you can:") }
      for objective in objectives { markdown.marked("- ", "  ") { $0.prose(objective) } }
    }
    for section in sections {
      if !section.title.isEmpty { markdown.heading(2, section.title) }
      for piece in section.pieces { markdown.piece(piece) }
    }
    if !takeaways.isEmpty {
      markdown.heading(2, "What to take along")
      for takeaway in takeaways { markdown.marked("- ", "  ") { $0.prose(takeaway) } }
    }
    markdown.rule()
    markdown.paragraph { line in
      line.words("Made by fathom from \(origin). To change its numbers, type ")
      line.code(command)
      line.words(" in a shell.")
    }
    return markdown.text
  }
}

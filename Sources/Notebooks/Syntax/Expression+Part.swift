extension Expression {
  /// The part of an expression that ends at a node, and the whole with a name in its place.
  struct Cut {
    let part: Expression
    let whole: Expression
  }

  /// Cuts out the part that ends at a node; nil where its nodes don't stand together, or others read them too.
  func cut(at root: Int, leaving name: String) -> Cut? {
    var parts: Set<Int> = [root]
    for index in nodes.indices.prefix(root + 1).reversed() where parts.contains(index) {
      nodes[index].forEachOperand { parts.insert($0) }
    }
    guard let start = parts.min(), parts.count == root - start + 1 else { return nil }
    var isShared = false
    for index in nodes.indices.dropFirst(root + 1) {
      nodes[index].forEachOperand { isShared = isShared || (start..<root).contains($0) }
    }
    if isShared { return nil }
    func moved(_ nodes: some Sequence<Node>, by count: Int) -> [Node] {
      nodes.map {
        Node(kind: $0.kind.mapOperands { $0 < start ? $0 : $0 - count }, range: $0.range)
      }
    }
    let hole = Node(kind: .name(name), range: nodes[root].range)
    return Cut(
      part: Expression(nodes: moved(nodes[start...root], by: start)),
      whole: Expression(
        nodes: Array(nodes[..<start]) + [hole] + moved(nodes[(root + 1)...], by: root - start)
      )
    )
  }
}

namespace FlowLogs.Parquet.Metadata;

/// <summary>Reads the schema: a tree, written from its root down with the number of children at each node.</summary>
internal static class SchemaReader
{
    private const int MaxDepth = 32;

    public static List<Column> Read(ref ThriftReader thrift, ThriftType type)
    {
        var count = thrift.ReadList(type, out var elementType);
        ThriftReader.Expect(elementType, ThriftType.Struct);
        var columns = new List<Column>();

        // The nodes above the next one, with the children that are still to come.
        var parents = new Stack<(string Path, int Left, int Level, bool IsRepeated)>();
        for (var i = 0; i < count; i++)
        {
            var element = SchemaElement.Read(ref thrift);
            if (i == 0)
            {
                parents.Push((string.Empty, element.ChildCount, 0, false));
                continue;
            }

            while (parents.Count > 0 && parents.Peek().Left == 0)
                parents.Pop();
            if (!parents.TryPop(out var parent) || parents.Count > MaxDepth)
                throw new InvalidDataException("its schema is not a tree, or is nested too deep.");
            parents.Push(parent with { Left = parent.Left - 1 });

            var name = parent.Path.Length == 0 ? element.Name : $"{parent.Path}.{element.Name}";
            var level = parent.Level + (element.IsOptional || element.IsRepeated ? 1 : 0);
            var isRepeated = parent.IsRepeated || element.IsRepeated;
            if (element.ChildCount > 0)
                parents.Push((name, element.ChildCount, level, isRepeated));
            else
                columns.Add(element.ToColumn(name, level, isRepeated));
        }

        return columns;
    }
}

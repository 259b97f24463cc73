"""The referee: runs an asyncio program under this interpreter on a virtual clock and writes down what its tasks did."""
